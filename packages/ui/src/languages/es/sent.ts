export const sent = {
  'shot.waits': 'La foto se toma en cuanto aparezca la imagen de la cámara. No se mueva.',
  'shot.none': 'La cámara no muestra imagen. Inténtelo de nuevo o elija una imagen.',
  'sent.saved': 'guardado',
  'sent.sent': 'enviado',
  'sent.refused': 'rechazado',
}
