export const outbox = {
  'attention.again': 'Enviar otra vez',
  'attention.drop': 'Descartar…',
  'attention.supervisor': 'Preguntar al supervisor',
  'attention.waitsForIt.one': '{count} paso espera por ello',
  'attention.waitsForIt.other': '{count} pasos esperan por ello',
  'attention.senderStopped': '{count} de {badge} no se pueden enviar',
  'attention.signInToSend': '{badge} inicia sesión aquí una vez más y salen.',
  'verdict.asking': 'Preguntando al servidor…',
  'drop.title': '¿Por qué se puede descartar?',
  'drop.what':
    'No quedó registrado. Al descartarlo desaparece de este dispositivo; lo que esperaba por ello se juzga después por sí solo.',
  'device.enrolled': 'Este dispositivo es ahora {name}. Inicie sesión con su credencial.',
  'keep.title': 'Este navegador no guarda nada',
  'keep.hint':
    'No tiene espacio o no permite guardar datos, y el trabajo hecho aquí podría perderse. Libere espacio o use otro navegador y vuelva a cargar la página.',
  'drop.done_by_other': 'Lo hizo otra persona',
  'drop.mistake': 'Fue un error',
  'drop.not_there': 'La mercancía no está',
  'drop.settled': 'Aclarado con un supervisor',
  'drop.other': 'Otro motivo',
}
