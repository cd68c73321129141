import ForceWorker from './force.worker.ts?worker&inline'
import MeasuresWorker from './measures.worker.ts?worker&inline'

/** The workers as part of the page, for the viewer in one file. Stands in for `workers.ts` there. */
export const createForceWorker = (): Worker => new ForceWorker()

export const createMeasuresWorker = (): Worker => new MeasuresWorker()
