export const copy = {
  'copy.complete': '本机资料：完整，{time}',
  'copy.partial': '本机资料：尚不完整，仍在加载',
}
