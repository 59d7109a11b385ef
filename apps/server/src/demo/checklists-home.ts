import type { Checklist } from '@restow/domain'
import { answer, COMPLETE, check, PACKAGING, t } from './checklist-words.ts'

export const GENERAL: Checklist = {
  category: 'general',
  requiredAngles: { always: ['front'], belowLikeNew: ['damage'] },
  checks: [
    PACKAGING,
    check(
      'condition',
      t(
        'How does the article look?',
        '商品外观如何？',
        'Wie sieht der Artikel aus?',
        '¿Qué aspecto tiene el artículo?',
      ),
      answer('as_new', 'like_new', 'As new', '全新', 'Wie neu', 'Como nuevo'),
      answer('light_marks', 'very_good', 'Light marks', '轻微痕迹', 'Leichte Spuren', 'Marcas leves'),
      answer('worn', 'good', 'Visibly used', '明显使用痕迹', 'Sichtbar benutzt', 'Uso visible'),
      answer('heavily_worn', 'acceptable', 'Heavily used', '严重磨损', 'Stark benutzt', 'Muy usado'),
      answer('broken', 'unsellable', 'Broken', '损坏', 'Kaputt', 'Roto'),
    ),
    COMPLETE,
  ],
}

export const HOMEWARE: Checklist = {
  category: 'homeware',
  requiredAngles: { always: ['front'], belowLikeNew: ['damage'] },
  checks: [
    PACKAGING,
    check(
      'surface',
      t('How is the surface?', '表面状况如何？', 'Wie ist die Oberfläche?', '¿Cómo está la superficie?'),
      answer('flawless', 'like_new', 'Flawless', '完好无瑕', 'Makellos', 'Impecable'),
      answer('fine_scratches', 'very_good', 'Fine scratches', '细微划痕', 'Feine Kratzer', 'Arañazos finos'),
      answer(
        'dented',
        'good',
        'Dents or deep scratches',
        '凹痕或深划痕',
        'Dellen oder tiefe Kratzer',
        'Golpes o arañazos profundos',
      ),
      answer('chipped', 'acceptable', 'Chipped', '缺口', 'Abgesplittert', 'Desconchado'),
      answer(
        'broken',
        'unsellable',
        'Cracked or broken',
        '开裂或破碎',
        'Gesprungen oder zerbrochen',
        'Agrietado o roto',
      ),
    ),
    check(
      'traces',
      t('Has it been used?', '使用过吗？', 'Wurde es benutzt?', '¿Se ha usado?'),
      answer('unused', 'like_new', 'Unused', '未使用', 'Unbenutzt', 'Sin usar'),
      answer('used_once', 'good', 'Light traces', '轻微使用痕迹', 'Leichte Spuren', 'Señales leves'),
      answer('soiled', 'unsellable', 'Soiled', '污损', 'Verschmutzt', 'Sucio'),
    ),
    COMPLETE,
  ],
}

export const TOYS: Checklist = {
  category: 'toys',
  requiredAngles: { always: ['front'], belowLikeNew: ['damage'] },
  checks: [
    PACKAGING,
    COMPLETE,
    check(
      'condition',
      t(
        'How does the toy look?',
        '玩具外观如何？',
        'Wie sieht das Spielzeug aus?',
        '¿Qué aspecto tiene el juguete?',
      ),
      answer('as_new', 'like_new', 'As new', '全新', 'Wie neu', 'Como nuevo'),
      answer('light_marks', 'very_good', 'Light marks', '轻微痕迹', 'Leichte Spuren', 'Marcas leves'),
      answer(
        'played_with',
        'acceptable',
        'Clearly played with',
        '明显玩过',
        'Deutlich bespielt',
        'Claramente usado',
      ),
      answer('broken', 'unsellable', 'Broken', '损坏', 'Kaputt', 'Roto'),
    ),
    check(
      'loose_parts',
      t(
        'Can small parts come off?',
        '小零件会脱落吗？',
        'Können sich Kleinteile lösen?',
        '¿Se sueltan piezas pequeñas?',
      ),
      answer('none', 'like_new', 'Nothing comes off', '不会脱落', 'Nichts löst sich', 'Nada se suelta'),
      answer('loose', 'unsellable', 'Something is loose', '有松动零件', 'Etwas ist lose', 'Algo está suelto'),
    ),
  ],
}
