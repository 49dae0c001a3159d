/**
 * Written by scripts/fit-abstention.js (seed 19610418, 5914 samples) with the model all-MiniLM-L6-v2,
 * sha256 5ce859439971d2235fb985dcd47e7dbb486295c40f307bba478d7607316b17cb: a logistic regression fitted on the first 8 articles of SQuAD 2.0 dev
 * (CC BY-SA 4.0) and the dev half of test/data/letter-questions.jsonl; thresholds (logit over ln of the
 * number of passages) let about 3 % (strict:
 * 0.5 %) of foreign questions through. Not to be edited by hand.
 */
export const CALIBRATION = {
  intercept: -2.33962,
  weights: {
    maxSim: 2.76235,
    unitMaxSim: -0.17923,
    weakest: 0.345706,
    lexical: 0.366511,
    unitLexical: -0.469458,
    dense: 1.44423,
    maxSimDense: -1.92447,
    maxSimSquared: -1.6549,
    denseSquared: 0.243799,
    strongest: 1.47834,
    margin: 0.196293,
    missing: 0.254894,
    missingName: -0.713032,
    length: 0.0725111,
    size: -0.153152,
  },
  means: {
    maxSim: 0.434937,
    unitMaxSim: 0.471615,
    weakest: 0.269726,
    lexical: 0.132679,
    unitLexical: 0.170286,
    dense: 0.33013,
    maxSimDense: 0.184717,
    maxSimSquared: 0.23028,
    denseSquared: 0.159769,
    strongest: 0.441865,
    margin: 0.17916,
    missing: 0.510852,
    missingName: 0.301813,
    length: 1.83077,
    size: 3.59467,
  },
  scales: {
    maxSim: 0.202756,
    unitMaxSim: 0.202929,
    weakest: 0.151126,
    lexical: 0.150287,
    unitLexical: 0.190113,
    dense: 0.225352,
    maxSimDense: 0.180144,
    maxSimSquared: 0.196809,
    denseSquared: 0.172195,
    strongest: 0.205687,
    margin: 0.219976,
    missing: 0.372204,
    missingName: 0.459044,
    length: 0.340621,
    size: 1.30638,
  },
  thresholds: {
    default: {
      intercept: -2.95604,
      slope: 0.343257,
    },
    strict: {
      intercept: -1.86543,
      slope: 0.359591,
    },
  },
} as const;
