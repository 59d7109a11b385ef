import type { Check, Grade, Text } from '@restow/domain'

type Answer = Check['answers'][number]

/** A text in the four languages of the floor. */
export const t = (en: string, zh: string, de: string, es: string): Text => ({ en, 'zh-CN': zh, de, es })

/** An answer, the best grade it still allows, and what it is called. */
export function answer(code: string, cap: Grade, en: string, zh: string, de: string, es: string): Answer {
  return { answer: code, cap, label: t(en, zh, de, es) }
}

/** A check with its answers, best first. */
export function check(code: string, question: Text, ...answers: Answer[]): Check {
  return { check: code, question, required: true, answers }
}

export const PACKAGING = check(
  'packaging',
  t('How is the packaging?', '包装状况如何？', 'Wie ist die Verpackung?', '¿Cómo está el embalaje?'),
  answer('unopened', 'like_new', 'Unopened', '未拆封', 'Ungeöffnet', 'Sin abrir'),
  answer(
    'opened',
    'very_good',
    'Opened, intact',
    '已拆封，完好',
    'Geöffnet, unbeschädigt',
    'Abierto, intacto',
  ),
  answer('damaged', 'good', 'Damaged', '破损', 'Beschädigt', 'Dañado'),
  answer('missing', 'acceptable', 'Missing', '缺失', 'Fehlt', 'Falta'),
)

export const COMPLETE = check(
  'complete',
  t('Is everything there?', '配件齐全吗？', 'Ist alles dabei?', '¿Está todo?'),
  answer('all', 'like_new', 'Everything', '齐全', 'Alles da', 'Todo'),
  answer(
    'minor_missing',
    'good',
    'Something minor missing',
    '缺少次要配件',
    'Kleinteil fehlt',
    'Falta algo menor',
  ),
  answer(
    'main_missing',
    'acceptable',
    'A main part missing',
    '缺少主要部件',
    'Hauptteil fehlt',
    'Falta una pieza principal',
  ),
)
