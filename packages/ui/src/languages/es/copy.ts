export const copy = {
  'copy.complete': 'Copia de trabajo: completa, {time}',
  'copy.partial': 'Copia de trabajo: aún incompleta, sigue cargando',
}
