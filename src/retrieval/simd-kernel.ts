/**
 * The inner loop of late interaction in WebAssembly with 128-bit SIMD, assembled here so that no build step and no
 * binary file is needed. `assemble` below is the function, in WebAssembly's own mnemonics:
 *
 *   best(question, sentence, scales, count, dimensions) → f32
 *
 * the largest over `count` rows of Σ question[d] · row[d] · scale[row]. The question's row is int16, the sentence's
 * rows are int8, all in the module's memory, `dimensions` a multiple of 16; sums are exact in int32.
 */
export interface SimdKernel {
  readonly memory: WebAssembly.Memory;
  best(question: number, sentence: number, scales: number, count: number, dimensions: number): number;
}

/** Memory grows by pages of this many bytes. */
export const PAGE_BYTES = 65_536;

/** The kernel, or undefined where this engine has no SIMD. */
export function createSimdKernel(): SimdKernel | undefined {
  const bytes = moduleBytes();
  if (!WebAssembly.validate(bytes)) return undefined;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  return exports as SimdKernel;
}

// Value types and instructions (WebAssembly core specification 2.0, appendix "Index of Instructions").
const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const END = 0x0b;
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const i32 = (value: number): number[] => [0x41, value];
const ADD = 0x6a;
const LESS = 0x49;
const loop = (...body: number[][]): number[] => [0x03, 0x40, ...body.flat(), 0x0d, 0, END];
const simd = (opcode: number): number[] => (opcode < 0x80 ? [0xfd, opcode] : [0xfd, opcode, 0x01]);
const LOAD = simd(0x00);
const LOAD_8X8_SIGNED = simd(0x01);
const DOT_I16 = simd(0xba);
const ADD_I32X4 = simd(0xae);
const lane = (index: number): number[] => [...simd(0x1b), index];

// Parameters, then locals.
const [QUESTION, ROW, SCALES, COUNT, DIMENSIONS, AT, BEST, SUM] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** sum += question[at .. at+8] · row[at .. at+8], `ahead` components further on. */
function multiplyEight(ahead: number): number[] {
  return [
    ...get(SUM),
    ...[...get(QUESTION), ...get(AT), ADD, ...get(AT), ADD, ...LOAD, 0, 2 * ahead],
    ...[...get(ROW), ...get(AT), ADD, ...LOAD_8X8_SIGNED, 0, ahead],
    ...DOT_I16,
    ...ADD_I32X4,
    ...set(SUM),
  ];
}

function functionBody(): number[] {
  const total = [0, 1, 2, 3].flatMap((index) => [...get(SUM), ...lane(index), ...(index > 0 ? [ADD] : [])]);
  return [
    // Locals: at (i32), best (f32), sum (v128).
    ...[3, 1, I32, 1, F32, 1, V128],
    // best = -1e38, smaller than any product
    ...[0x43, ...new Uint8Array(Float32Array.of(-1e38).buffer), ...set(BEST)],
    ...loop(
      [...i32(0), ...set(AT), ...simd(0x0c), ...new Array<number>(16).fill(0), ...set(SUM)],
      loop(multiplyEight(0), multiplyEight(8), [
        ...get(AT),
        ...i32(16),
        ADD,
        ...set(AT),
        ...get(AT),
        ...get(DIMENSIONS),
        LESS,
      ]),
      // best = max(best, float(sum) · scale)
      [...get(BEST), ...total, 0xb2, ...get(SCALES), 0x2a, 2, 0, 0x94, 0x97, ...set(BEST)],
      [...get(ROW), ...get(DIMENSIONS), ADD, ...set(ROW), ...get(SCALES), ...i32(4), ADD, ...set(SCALES)],
      [...get(COUNT), ...i32(1), 0x6b, 0x22, COUNT],
    ),
    ...get(BEST),
    END,
  ];
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const vector = (items: number[]): number[] => [...leb(items.length), ...items];
  const section = (id: number, items: number[]): number[] => [id, ...vector(items)];
  const name = (text: string): number[] => vector([...Buffer.from(text)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...vector([I32, I32, I32, I32, I32]), ...vector([F32])]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...name("memory"), 2, 0, ...name("best"), 0, 0]),
    ...section(10, [1, ...vector(functionBody())]),
  ]);
}

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}
