export const camera = {
  'camera.open': 'Cámara',
  'camera.title': 'Escanear con la cámara',
  'camera.close': 'Cerrar la cámara',
  'camera.picture': 'Lo que ve la cámara',
  'camera.starting': 'Iniciando la cámara',
  'camera.aim': 'Ponga el código entre las esquinas.',
  'camera.torchOn': 'Encender la luz',
  'camera.torchOff': 'Apagar la luz',
  'camera.next': 'Otra cámara',
  'camera.insecure':
    'El navegador solo presta la cámara a páginas seguras. Inicie el servidor con npm start -- --lan y abra la dirección https que muestra.',
  'camera.refused':
    'La cámara no está permitida en esta página. Permítala junto a la dirección o en los ajustes del dispositivo e inténtelo de nuevo.',
  'camera.none':
    'Este dispositivo no tiene una cámara que se pueda usar. Escanee con el gatillo o escriba el código.',
  'camera.inUse': 'Otro programa está usando la cámara. Ciérrelo e inténtelo de nuevo.',
  'camera.failed': 'La cámara no se ha iniciado. Inténtelo de nuevo o reinicie el dispositivo.',
  'camera.noEngine':
    'No se pudo cargar la lectura de códigos. Compruebe la conexión, cierre la cámara y ábrala de nuevo.',
  'camera.shoot': 'Hacer la foto',
  'camera.file': 'Elegir una imagen en su lugar',
} as const
