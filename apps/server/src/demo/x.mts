import { demoPhoto } from './photos.ts'
import { generateReturns } from './generate-returns.ts'
import { planWalk } from './plan-walk.ts'
import { walkCommands } from './walk-commands.ts'
import { binPicker } from './bins.ts'
import { DEMO_PRODUCTS } from './products.ts'
import { randomFrom } from './random.ts'
import { addDays, warehouseDate, warehouseTime } from './warehouse-time.ts'
let max=0; for (const p of DEMO_PRODUCTS) for (const a of ['front','back','label','inside','serial','damage','box']) max=Math.max(max,(await demoPhoto(p.category,a,p.sku)).length)
console.log('photo max', max)
const tz='America/Los_Angeles'
for (const now of [warehouseTime('2026-11-21','06:00',tz), warehouseTime('2026-11-21','12:00',tz), warehouseTime('2026-11-21','21:00',tz)]) {
 const today=warehouseDate(now,tz), y=addDays(today,-1)
 const r=randomFrom('restow demo walk'); let n=0
 const bf=binPicker(randomFrom('restow demo bins'))
 const ps=[['LOTUS',190],['NORTHSTAR',130]].flatMap(([s,c])=>generateReturns({seed:'restow demo',seller:s as never,endingOn:today,parcels:c as number}).parcels)
 const cs=ps.flatMap(p=>{const w=planWalk(p,r,{now,timeZone:tz}); return w?walkCommands(p,w,{nextLpn:()=>'L'+n++,binFor:bf,photoOf:()=>''}).map(c=>({...c,s:p.seller})):[]})
 const cnt=(t:string,d:string)=>cs.filter(c=>c.command.type===t&&warehouseDate(c.at,tz)===d).length
 console.log(now, 'commands',cs.length,'units',n, 'lines', ps.flatMap(p=>p.lines).length, 'yesterday', Object.fromEntries(['ReceiveParcel','RegisterUnit','InspectUnit','ClassifyUnit','PutAwayUnit'].map(t=>[t,cnt(t,y)])), 'today', Object.fromEntries(['ReceiveParcel','RegisterUnit','ClassifyUnit','PutAwayUnit'].map(t=>[t,cnt(t,today)])), 'days', [...Array(12)].map((_,i)=>cnt('ClassifyUnit',addDays(today,-i))).join(','))
 console.log('  northstar yesterday', cs.filter(c=>c.s==='NORTHSTAR'&&c.command.type==='ClassifyUnit'&&warehouseDate(c.at,tz)===y).length)
}
