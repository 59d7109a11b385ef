import type { Checklist } from '@restow/domain'
import { answer, COMPLETE, check, t } from './checklist-words.ts'
import { GENERAL, HOMEWARE, TOYS } from './checklists-home.ts'
import { APPAREL, BEAUTY } from './checklists-personal.ts'

const ELECTRONICS: Checklist = {
  category: 'electronics',
  requiredAngles: { always: ['front', 'label'], belowLikeNew: ['damage'] },
  checks: [
    check(
      'seal',
      t(
        'Is the box sealed?',
        '包装盒封口完好吗？',
        'Ist der Karton versiegelt?',
        '¿Está precintada la caja?',
      ),
      answer('sealed', 'like_new', 'Sealed', '完好', 'Versiegelt', 'Precintada'),
      answer('opened', 'very_good', 'Opened', '已拆', 'Geöffnet', 'Abierta'),
      answer('no_box', 'good', 'No box', '无包装盒', 'Kein Karton', 'Sin caja'),
    ),
    check(
      'power',
      t('Does it work?', '能正常工作吗？', 'Funktioniert es?', '¿Funciona?'),
      answer(
        'works',
        'like_new',
        'Works, or sealed',
        '正常，或未拆封',
        'Funktioniert, oder versiegelt',
        'Funciona, o precintado',
      ),
      answer('faulty', 'acceptable', 'Works with a fault', '有故障', 'Mit Fehler', 'Con fallos'),
      answer('dead', 'unsellable', 'Does not start', '无法启动', 'Startet nicht', 'No enciende'),
    ),
    check(
      'body',
      t('How is the casing?', '外壳状况如何？', 'Wie ist das Gehäuse?', '¿Cómo está la carcasa?'),
      answer('flawless', 'like_new', 'Flawless', '完好无瑕', 'Makellos', 'Impecable'),
      answer('light_marks', 'very_good', 'Light marks', '轻微痕迹', 'Leichte Spuren', 'Marcas leves'),
      answer('scratched', 'good', 'Scratched', '有划痕', 'Zerkratzt', 'Arañada'),
      answer('cracked', 'acceptable', 'Cracked', '开裂', 'Gesprungen', 'Agrietada'),
    ),
    COMPLETE,
    check(
      'battery',
      t('How is the battery?', '电池状况如何？', 'Wie ist der Akku?', '¿Cómo está la batería?'),
      answer(
        'sound',
        'like_new',
        'Sound, or has none',
        '正常，或无电池',
        'In Ordnung, oder keiner',
        'Bien, o no lleva',
      ),
      answer('weak', 'acceptable', 'Weak', '电量弱', 'Schwach', 'Débil'),
      answer(
        'swollen',
        'unsellable',
        'Swollen or hot',
        '鼓包或发热',
        'Aufgebläht oder heiß',
        'Hinchada o caliente',
      ),
    ),
  ],
}

/** What is looked at on a unit, by category of its product; `general` for any other. A new warehouse begins with these too. */
export const HOUSE_CHECKLISTS: readonly Checklist[] = [GENERAL, HOMEWARE, APPAREL, ELECTRONICS, BEAUTY, TOYS]
