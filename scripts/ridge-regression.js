// Logistic regression with a ridge penalty, by Newton's method.

/** Enough for Newton's method, which doubles the right digits at every step. */
const STEPS = 12;

/**
 * The coefficients, intercept first, which is not penalised.
 * @param rows features, the first of each 1
 * @param targets 0 or 1
 */
export function ridgeRegression(rows, targets, weights, ridge) {
  const size = rows[0].length;
  let beta = new Float64Array(size);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = Float64Array.from(beta, (b, k) => (k === 0 ? 0 : -ridge * b));
    const hessian = Array.from({ length: size }, (_, k) => {
      const row = new Float64Array(size);
      row[k] = k === 0 ? 1e-9 : ridge;
      return row;
    });
    rows.forEach((row, i) => {
      const p = sigmoid(dot(row, beta));
      const error = weights[i] * (targets[i] - p);
      const curvature = weights[i] * p * (1 - p);
      for (let k = 0; k < size; k += 1) {
        gradient[k] += error * row[k];
        const factor = curvature * row[k];
        const into = hessian[k];
        for (let l = 0; l <= k; l += 1) into[l] += factor * row[l];
      }
    });
    const delta = solve(hessian, gradient);
    beta = beta.map((b, k) => b + delta[k]);
  }
  return beta;
}

/** Solves A x = b for a positive definite A, of which only the lower triangle is read (Cholesky). */
function solve(matrix, vector) {
  const size = vector.length;
  for (let k = 0; k < size; k += 1) {
    for (let l = 0; l <= k; l += 1) {
      let sum = matrix[k][l];
      for (let m = 0; m < l; m += 1) sum -= matrix[k][m] * matrix[l][m];
      matrix[k][l] = k === l ? Math.sqrt(sum) : sum / matrix[l][l];
    }
  }
  const x = Float64Array.from(vector);
  for (let k = 0; k < size; k += 1) {
    for (let m = 0; m < k; m += 1) x[k] -= matrix[k][m] * x[m];
    x[k] /= matrix[k][k];
  }
  for (let k = size - 1; k >= 0; k -= 1) {
    for (let m = k + 1; m < size; m += 1) x[k] -= matrix[m][k] * x[m];
    x[k] /= matrix[k][k];
  }
  return x;
}

export function dot(a, b) {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += a[k] * b[k];
  return sum;
}

export function sigmoid(logit) {
  return 1 / (1 + Math.exp(-logit));
}
