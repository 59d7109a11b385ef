import type { Checklist } from '@restow/domain'
import { answer, check, PACKAGING, t } from './checklist-words.ts'

export const APPAREL: Checklist = {
  category: 'apparel',
  requiredAngles: { always: ['front'], belowLikeNew: ['damage'] },
  checks: [
    check(
      'tags',
      t('Are the tags there?', '吊牌还在吗？', 'Sind die Etiketten dran?', '¿Tiene las etiquetas?'),
      answer('attached', 'like_new', 'Attached', '完整挂着', 'Angebracht', 'Puestas'),
      answer(
        'detached',
        'very_good',
        'Detached, enclosed',
        '已取下，随附',
        'Abgetrennt, liegt bei',
        'Sueltas, incluidas',
      ),
      answer('missing', 'good', 'Missing', '缺失', 'Fehlen', 'Faltan'),
    ),
    check(
      'worn',
      t('Has it been worn?', '穿过吗？', 'Wurde es getragen?', '¿Se ha llevado puesto?'),
      answer('unworn', 'like_new', 'Unworn', '未穿过', 'Ungetragen', 'Sin usar'),
      answer('tried_on', 'very_good', 'Tried on', '试穿过', 'Anprobiert', 'Probado'),
      answer('worn', 'acceptable', 'Worn', '穿过', 'Getragen', 'Usado'),
    ),
    check(
      'stains',
      t('Are there stains?', '有污渍吗？', 'Gibt es Flecken?', '¿Hay manchas?'),
      answer('none', 'like_new', 'None', '没有', 'Keine', 'Ninguna'),
      answer('removable', 'good', 'Will wash out', '可洗净', 'Auswaschbar', 'Se quitan'),
      answer('permanent', 'unsellable', 'Will stay', '无法去除', 'Bleibend', 'Permanentes'),
    ),
    check(
      'smell',
      t('Does it smell?', '有异味吗？', 'Riecht es?', '¿Huele?'),
      answer('none', 'like_new', 'No', '没有', 'Nein', 'No'),
      answer('light', 'good', 'Lightly', '轻微', 'Leicht', 'Un poco'),
      answer('strong', 'unsellable', 'Strongly', '强烈', 'Stark', 'Mucho'),
    ),
    check(
      'seams',
      t('How are the seams?', '缝线状况如何？', 'Wie sind die Nähte?', '¿Cómo están las costuras?'),
      answer('intact', 'like_new', 'Intact', '完好', 'Unversehrt', 'Intactas'),
      answer('loose_thread', 'very_good', 'A loose thread', '有线头', 'Loser Faden', 'Un hilo suelto'),
      answer('torn', 'acceptable', 'Torn', '开裂', 'Gerissen', 'Rotas'),
    ),
  ],
}

export const BEAUTY: Checklist = {
  category: 'beauty',
  requiredAngles: { always: ['front'], belowLikeNew: ['damage'] },
  checks: [
    PACKAGING,
    check(
      'seal',
      t('Is the seal intact?', '封口完好吗？', 'Ist das Siegel unversehrt?', '¿Está intacto el precinto?'),
      answer(
        'intact',
        'like_new',
        'Intact, or none needed',
        '完好或无需封口',
        'Unversehrt oder keins nötig',
        'Intacto o no lleva',
      ),
      answer(
        'lifted',
        'acceptable',
        'Lifted, not used',
        '已揭开，未使用',
        'Angehoben, unbenutzt',
        'Levantado, sin usar',
      ),
      answer('broken', 'unsellable', 'Broken', '已破', 'Gebrochen', 'Roto'),
    ),
    check(
      'expiry',
      t(
        'How long does it still keep?',
        '还有多久过期？',
        'Wie lange ist es noch haltbar?',
        '¿Cuánto falta para que caduque?',
      ),
      answer(
        'over_six_months',
        'like_new',
        'Over six months',
        '六个月以上',
        'Über sechs Monate',
        'Más de seis meses',
      ),
      answer(
        'under_six_months',
        'good',
        'Under six months',
        '不足六个月',
        'Unter sechs Monaten',
        'Menos de seis meses',
      ),
      answer('expired', 'unsellable', 'Expired', '已过期', 'Abgelaufen', 'Caducado'),
    ),
    check(
      'leak',
      t('Has anything leaked?', '有渗漏吗？', 'Ist etwas ausgelaufen?', '¿Se ha derramado algo?'),
      answer('dry', 'like_new', 'No', '没有', 'Nein', 'No'),
      answer(
        'outside',
        'very_good',
        'Outside soiled only',
        '仅外部弄脏',
        'Nur außen verschmutzt',
        'Solo sucio por fuera',
      ),
      answer('leaking', 'unsellable', 'Yes', '有', 'Ja', 'Sí'),
    ),
  ],
}
