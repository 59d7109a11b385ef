import type { dayMail as english } from '../en/day-mail.ts'
import type { Translation } from '../translation.ts'

export const dayMail: Translation<typeof english> = {
  'mail.subject': '{seller} en {warehouse}, {date}: {decided} decididas',
  'mail.subjectWaiting':
    '{seller} en {warehouse}, {date}: {decided} decididas, {waiting} esperan su respuesta',
  'mail.subjectEmpty': '{seller} en {warehouse}, {date}: no llegó nada',
  'mail.at': '{seller} en {warehouse}',
  'mail.empty': 'Ese día no se recibió ni se decidió nada.',
  'mail.received': 'Paquetes recibidos: {count}',
  'mail.decision': 'Decisión',
  'mail.units': 'Unidades',
  'mail.pieces': 'Piezas',
  'mail.value': 'Valor anunciado',
  'mail.back': 'Recuperado',
  'mail.recovered': 'Recuperado: {sum}',
  'mail.lost': 'Perdido con lo desechado: {sum}',
  'mail.nothing': 'nada',
  'mail.waiting': 'Esperan su respuesta: {count}',
  'mail.more': 'y {count} más',
  'mail.answer': 'Ver todo y responder',
  'mail.report': 'Abrir el informe',
  'mail.attached': 'Adjunto: {files}',
  'mail.tooLarge': 'Demasiado grande para adjuntarlo; está junto al informe: {files}',
  'mail.why': 'Recibe este correo porque {address} está entre quienes reciben los días de {seller}.',
  'mail.stop': 'Dejar de recibir estos correos',
  'mail.test': 'Una prueba para {seller}',
  'mail.testBody':
    'Esto es una prueba. Cuando se cierre un día de {seller}, su informe llegará a {address}. No hay que hacer nada.',
  'mail.stopTitle': '¿Dejar de recibir estos correos?',
  'mail.stopAbout': '{address} no recibirá más días de {seller}.',
  'mail.stopped': 'Cancelado',
  'mail.stoppedAbout': '{address} no recibe más días de {seller}. Puede cerrar esta página.',
  'mail.noLink': 'Este enlace ya no lleva a ninguna parte',
  'mail.noLinkAbout': 'La dirección para la que era no recibe correos de aquí.',
}
