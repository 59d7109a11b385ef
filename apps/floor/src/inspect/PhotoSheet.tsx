import { useTexts } from '@restow/ui/floor'
import { Camera } from 'lucide-react'
import { closePhotoSheet, useShutter, type Wanted } from '../scanner/camera/camera.store.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { sayLook } from '../shell/verdict.store.ts'
import { LivePicture } from './LivePicture.tsx'

/** Above the sheets that ask for photos, below what is wrong. */
const ABOVE_SHEETS = 7

/** The camera for one photo, over whatever asked for it. */
export function PhotoSheet({ wanted }: { wanted: Wanted }) {
  const { t } = useTexts()
  const shoot = useShutter((s) => s.shoot)
  const take = async () => {
    const frame = await shoot?.(wanted.title).catch(() => {
      sayLook(wanted.title, t('shot.none'))
      return null
    })
    if (!frame) return
    closePhotoSheet()
    wanted.take(frame)
  }
  const chooseFile = () => {
    closePhotoSheet()
    wanted.chooseFile()
  }
  return (
    <div className="absolute inset-0 z-25">
      <Over layer={ABOVE_SHEETS} title={wanted.title} close={t('button.close')} onClose={closePhotoSheet}>
        <LivePicture className="aspect-[4/3] w-full" />
        <Press
          look="primary"
          icon={<Camera aria-hidden size={20} />}
          codes={['PHOTO', 'NEXT', 'CONFIRM']}
          disabled={!shoot}
          onPress={() => void take()}
        >
          {t('camera.shoot')}
        </Press>
        <Press look="quiet" codes={['FILE']} onPress={chooseFile}>
          {t('camera.file')}
        </Press>
      </Over>
    </div>
  )
}
