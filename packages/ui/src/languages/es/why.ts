import type { why as english } from '../en/why.ts'
import type { Translation } from '../texts.ts'

export const why: Translation<typeof english> = {
  'why.malformed': 'No se pudo leer: {problem}. No se registró nada; escanéelo o tecléelo de nuevo.',
  'why.command_id_reused': 'Este identificador ya es de otra orden. Escanee de nuevo.',
  'why.version_conflict':
    '{key} ha cambiado entretanto: {lastType} por {lastBy} a las {lastAt}. Mírelo otra vez.',
  'why.nothing_there':
    'No consta nada de {key}, aunque se esperaba su versión {expected}. Escanéelo de nuevo.',
  'why.internal': 'Algo ha fallado por nuestra parte. No se ha registrado nada; avise a un supervisor.',
  'why.forbidden': 'Hace falta: {needs}. {by} ha entrado como {role}. Llame a un supervisor.',
  'why.wrong_device':
    'Esto se hizo en el dispositivo {device} y se envía con un inicio de sesión de {signedIn}. Lleve el dispositivo a un supervisor.',
  'why.warehouse_unknown': 'Este dispositivo no está en ningún almacén. Entre de nuevo.',
  'why.already_received':
    'El paquete {tracking} ya lo recibió {by} a las {at}. Escanee un producto para registrarlo.',
  'why.parcel_unknown': 'El paquete {tracking} nunca se recibió aquí. Recíbalo antes.',
  'why.parcel_closed': 'El paquete {tracking} lo cerró {by} a las {at}. Reábralo antes.',
  'why.parcel_not_closed': 'El paquete {tracking} no está cerrado.',
  'why.parcel_refused': 'El paquete {tracking} consta como: {outcome}. Recíbalo antes.',
  'why.parcel_has_units': 'El paquete {tracking} tiene {units} unidades registradas. No es: {outcome}.',
  'why.tracking_unreadable':
    'No se pudo leer un número de envío en «{raw}». Escanee otra vez la etiqueta del paquete.',
  'why.seller_unknown': 'No hay ningún vendedor {seller}. Elija uno de la lista.',
  'why.already_claimed': 'El paquete {tracking} ya es de {seller}.',
  'why.label_of_other_parcel':
    'La etiqueta {label} es de otro paquete, {tracking}. Escanee aquel paquete, o deshaga su recepción si ambos son la misma caja.',
  'why.label_of_other_return':
    'La etiqueta {label} está anunciada para la devolución {rma} de {seller}, no para el paquete {tracking}. Compruebe que está en esta caja; un supervisor puede unirlas.',
  'why.nothing_announced': 'Todavía no hay nada anunciado para el paquete {tracking}. Queda como está.',
  'why.announced_by_several':
    'Varios vendedores han anunciado {tracking}. Pida a un supervisor que lo asigne a uno de ellos.',
  'why.evidence_does_not_fit':
    'Ninguna devolución anunciada de {seller} tiene ese pedido y producto. Pida a un supervisor que asigne el paquete.',
  'why.return_unknown': '{seller} no ha anunciado ninguna devolución {rma}. Elija una de la lista.',
  'why.goods_do_not_fit':
    'Lo que salió del paquete {tracking} no demuestra que sea de {seller}. Pida al almacén que lo asigne.',
  'why.units_moved_on':
    '{lpn} ha avanzado desde que el paquete {tracking} tiene dueño. Deshaz antes sus pasos posteriores.',
  'why.not_over_limit': 'El paquete {tracking} puede reclamarse hasta {at}. Antes nadie decide sobre él.',
  'why.parcel_forfeited': 'Nadie reclamó a tiempo el paquete {tracking}: desde {at} decide el almacén.',
  'why.route_not_for_house':
    'Nadie reclamó {lpn}: se puede liquidar, donar, reciclar o destruir, no {route}.',
  'why.plate_check_digit':
    'La placa {lpn} está mal leída o tecleada: falla su dígito de control. Escanéela de nuevo.',
  'why.plate_taken': 'La placa {lpn} está en otra unidad desde las {at}. Tome una nueva.',
  'why.product_unknown':
    'Ningún producto de {seller} tiene el código {code}. Escanee otro código o regístrelo como desconocido.',
  'why.product_ambiguous': 'El código {code} es de {count} productos. Escanee otro código.',
  'why.unit_unknown': 'Aquí no hay ninguna unidad {lpn}. Regístrela antes desde su paquete.',
  'why.unit_void': 'El registro de {lpn} se anuló. Regístrela de nuevo.',
  'why.quantity_too_large': 'En {lpn} solo hay {quantity} piezas. Deje al menos una.',
  'why.already_inspected': '{lpn} la inspeccionó {by} a las {at}. Clasifíquela.',
  'why.not_inspected': '{lpn} no se ha inspeccionado. Inspecciónela antes.',
  'why.not_classified': '{lpn} no se ha clasificado. Clasifíquela antes.',
  'why.already_classified':
    '{lpn} la clasificó {by} a las {at}. Ubíquela, o anule ese paso para decidir otra cosa.',
  'why.already_decided':
    '{lpn} la decidió {by} a las {at} y está: {state}. Para cambiarlo, anule el último paso.',
  'why.already_shelved': '{lpn} ya está en {bin}. Muévala desde ahí.',
  'why.not_shelved': '{lpn} no está en ninguna ubicación. Ubíquela antes.',
  'why.not_put_away': '{lpn} nunca se ubicó. Ubíquela antes.',
  'why.being_refurbished': '{lpn} está en el banco. Termine antes su reacondicionado.',
  'why.not_being_refurbished': '{lpn} no está en el banco. Inicie antes su reacondicionado.',
  'why.not_for_refurbishment': '{lpn} no está destinada a reacondicionar. Clasifíquela de nuevo.',
  'why.not_for_scrap': '{lpn} no está destinada a desecho. Clasifíquela de nuevo.',
  'why.no_approval_needed': 'El desecho de {lpn} no espera a nadie.',
  'why.approval_missing': 'El desecho de {lpn} espera a otra persona. Pregunte a un supervisor.',
  'why.same_person': '{by} pidió desechar {lpn}, así que debe decidirlo otra persona.',
  'why.no_veto': 'El desecho de {lpn} no espera a su vendedor. Pregunte a un supervisor.',
  'why.veto_running':
    '{seller} puede oponerse a desechar {lpn} hasta las {at}. Apruébelo después, o cuando el vendedor haya aceptado.',
  'why.veto_over': 'El plazo para oponerse a desechar {lpn} terminó a las {at}. Consulte al almacén.',
  'why.scrap_agreed': '{by} aceptó desechar {lpn} a las {at}. Si fue un error, consulte al almacén.',
  'why.scrapped': '{lpn} se desechó a las {at}.',
  'why.dispatched': '{lpn} salió del almacén a las {at}.',
  'why.answers_missing': 'Faltan respuestas de {lpn}: {checks}.',
  'why.answer_unknown': 'La pregunta {check} no tiene la respuesta {answer} en este producto.',
  'why.grade_too_high': 'Lo visto en {lpn} permite como mucho «{allowed}», no «{grade}». Baje el estado.',
  'why.photos_missing': 'A {lpn} le faltan fotos: {angles}. Hágalas antes.',
  'why.unclaimed': '{lpn} aún no es de ningún vendedor. Se podrá decidir cuando se asigne su paquete.',
  'why.route_does_not_fit': '{route} no es una vía para {disposition}.',
  'why.route_not_allowed': 'El vendedor {seller} no permite: {route}. Elija otra vía.',
  'why.cannot_be_restocked': '{lpn} no se puede vender como existencias: {because}. Elija otra vía.',
  'why.override_reason_needed': 'Para {lpn} se sugirió {suggested}. Diga por qué decide otra cosa.',
  'why.bin_unknown': 'No hay ninguna ubicación {bin} en este almacén. Escanee el cartel de una ubicación.',
  'why.wrong_zone': '{bin} es de {zone}, y {lpn} va a {wanted}. Escanee una ubicación de allí.',
  'why.bin_full': '{bin} está llena: {plates} de {capacity}. Escanee otra ubicación.',
  'why.already_there': '{lpn} ya está en {bin}.',
  'why.already_held': '{lpn} está retenida desde las {at} por {by}: {question}',
  'why.held': '{lpn} está retenida y espera a: {waitsFor}. {question} Déjela en una ubicación de retención.',
  'why.not_held': '{lpn} no está retenida.',
  'why.missing': '{lpn} consta como perdida desde las {at}. Dela antes por encontrada.',
  'why.not_missing': '{lpn} no está perdida.',
  'why.written_off': '{by} dio de baja {lpn} a las {at}.',
  'why.not_on_record': 'Esto ya no consta en {key}. Vuelva a mirarlo.',
  'why.already_settled': '{by} ya resolvió esto en {key} a las {at}.',
  'why.nothing_to_take_back': 'No hay nada en {key} que se pueda anular.',
  'why.not_the_last_step': 'Solo se puede anular el último paso: {lastType}, por {lastBy} a las {lastAt}.',
  'why.cannot_be_undone': '«{lastType}» no se puede deshacer.',
  'why.not_your_step': '«{lastType}» lo hizo {lastBy}. Puede anularlo esa persona o un supervisor.',
  'why.too_late_to_take_back':
    'Han pasado más de diez minutos desde las {lastAt}. Puede anularlo un supervisor.',
}
