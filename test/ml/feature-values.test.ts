import { expect, it } from 'vitest'
import { FeatureValues } from '../../src/ml/feature-values.ts'

it('takes the best value of each feature that a word has', () => {
  const values = new FeatureValues({ Case: ['_', 'Acc', 'Nom'], Number: ['_', 'Plur', 'Sing'] })
  expect(values.width).toBe(6)
  expect(values.best([7, 0, 1, 2, 9, 1, 1], 1)).toEqual({ Case: 'Nom' })
  expect(values.best([0, 0, 1, 0, 0, 1], 0)).toEqual({ Case: 'Nom', Number: 'Sing' })
})
