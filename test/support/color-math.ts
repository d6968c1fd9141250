type Triple = readonly [number, number, number];

/** How a color is seen: with ordinary vision, or without one kind of cone. */
export const visions = ['ordinary', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
export type Vision = (typeof visions)[number];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear sRGB. */
const matrices: Readonly<Record<Vision, readonly [Triple, Triple, Triple]>> = {
  ordinary: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The contrast of two colors (`#rrggbb`), 1 to 21: WCAG 2.2, relative luminance. */
export function toContrast(a: string, b: string): number {
  const [high, low] = [toLuminance(a), toLuminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** How far apart two colors look, in hundredths of OKLab's lightness. */
export function toDifference(a: string, b: string, vision: Vision): number {
  const [x, y] = [toOklab(see(a, vision)), toOklab(see(b, vision))];
  return 100 * Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function toLinear(color: string): Triple {
  const channel = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toLuminance(color: string): number {
  return dot([0.2126, 0.7152, 0.0722], toLinear(color));
}

function see(color: string, vision: Vision): Triple {
  const linear = toLinear(color);
  const [red, green, blue] = matrices[vision];
  const channel = (row: Triple): number => Math.min(1, Math.max(0, dot(row, linear)));
  return [channel(red), channel(green), channel(blue)];
}

/** Ottosson 2020, from linear sRGB. */
function toOklab(linear: Triple): Triple {
  const cones: Triple = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], linear)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], linear)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], linear)),
  ];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
