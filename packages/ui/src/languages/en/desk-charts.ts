/** Charts, whatever they show. */
export const deskCharts = {
  'chart.table': 'Table',
  'chart.keys': 'Left and right arrow, Home and End show the numbers one by one.',
  'chart.day': 'Day',
  'chart.hour': 'Hour',
  'chart.total': 'Total',
} as const
