import { EdgeProgram, type InstancedProgramDefinition, type ProgramDefinition, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'

/** What the program reads of an edge beside sigma's own display data. */
export interface StatusEdgeData extends EdgeDisplayData {
  /** Index into `STATUSES`: solid, dotted, dashed, dash and dot, barred. */
  status: number
  /** Sideways shift in pixels, to the left of the direction. */
  shift: number
}

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_thickness;
attribute float a_radius;
attribute float a_status;
attribute float a_shift;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_minThickness;

varying vec4 v_color;
varying vec2 v_place;
varying vec3 v_measures;
varying float v_status;

void main() {
  // All in pixels of the viewport, so that dashes have the same length at any zoom.
  vec2 source = (u_matrix * vec3(a_source, 1.0)).xy * 0.5 * u_viewport;
  vec2 target = (u_matrix * vec3(a_target, 1.0)).xy * 0.5 * u_viewport;
  vec2 line = target - source;
  float distance = max(length(line), 0.001);
  vec2 along = line / distance;
  vec2 across = vec2(-along.y, along.x);
  float halfThickness = max(a_thickness / u_sizeRatio, u_minThickness) * 0.5;
  #ifdef SLIM
  float headHalf = halfThickness + 0.5;
  float reach = headHalf + 0.5;
  #else
  float headHalf = max(halfThickness * 2.4, 3.0);
  float reach = headHalf + 1.5;
  #endif
  vec2 place = vec2(a_corner.x * distance, a_corner.y * reach);
  vec2 position = source + along * place.x + across * (place.y + a_shift);
  gl_Position = vec4(position / (0.5 * u_viewport), 0.0, 1.0);
  v_place = place;
  v_measures = vec3(halfThickness, headHalf, distance - a_radius / u_sizeRatio);
  v_status = a_status;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_place;
varying vec3 v_measures;
varying float v_status;

// 1 inside, 0 outside, with one pixel of transition.
float inside(float signedDistance) {
  return clamp(0.5 - signedDistance, 0.0, 1.0);
}

// 1 where the place along the line is within length from the start of its period.
float dash(float along, float period, float start, float length) {
  float at = mod(along, period) - start;
  return inside(abs(at - length * 0.5) - length * 0.5);
}

void main() {
  float halfThickness = v_measures.x;
  float headHalf = v_measures.y;
  float tip = v_measures.z;
  float side = abs(v_place.y);
  float headLength = headHalf * 2.2;
  float toTip = tip - v_place.x;

  #ifdef PICKING_MODE
  if (toTip < 0.0 || side > headHalf) discard;
  gl_FragColor = v_color;
  #else
  float body = inside(side - halfThickness);
  if (v_status > 3.5) {
    // Denied: a bar across the line every now and then.
    body = max(body, dash(v_place.x, 13.0, 5.0, 2.0) * inside(side - headHalf));
  } else if (v_status > 2.5) {
    // Possible: dash, dot.
    body *= max(dash(v_place.x, 15.0, 0.0, 8.0), dash(v_place.x, 15.0, 10.5, 2.0));
  } else if (v_status > 1.5) {
    // Planned or wanted: dashes.
    body *= dash(v_place.x, 12.0, 0.0, 7.5);
  } else if (v_status > 0.5) {
    // Reported: dots.
    float at = mod(v_place.x, 5.0) - 2.5;
    body = inside(length(vec2(at, v_place.y)) - max(halfThickness, 1.1));
  }
  #ifdef SLIM
  float cover = toTip < 0.0 ? 0.0 : body;
  #else
  float head = inside(side - headHalf * clamp(toTip / headLength, 0.0, 1.0)) * inside(-toTip);
  float cover = toTip < headLength ? head : body;
  #endif
  if (cover <= 0.0) discard;
  // Sigma blends premultiplied colours.
  gl_FragColor = vec4(v_color.rgb, 1.0) * (v_color.a * cover);
  #endif
}
`

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_minThickness'] as const
const { FLOAT, UNSIGNED_BYTE, TRIANGLES, TRIANGLE_STRIP } = WebGLRenderingContext
const CORNER = { name: 'a_corner', size: 2, type: FLOAT }
const ATTRIBUTES = [
  { name: 'a_source', size: 2, type: FLOAT },
  { name: 'a_target', size: 2, type: FLOAT },
  { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
  { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
  { name: 'a_thickness', size: 1, type: FLOAT },
  { name: 'a_radius', size: 1, type: FLOAT },
  { name: 'a_status', size: 1, type: FLOAT },
  { name: 'a_shift', size: 1, type: FLOAT },
]
type Uniform = (typeof UNIFORMS)[number]

/**
 * Draws a directed line whose pattern tells the status of the claims that it stands for. One draw call for all edges. What an edge costs is
 * the area that is looked at for it, and most of that is room for the arrow head: many edges are drawn by `SlimEdgeStatusProgram`.
 */
export class EdgeStatusProgram extends EdgeProgram<Uniform> {
  /** Lines put before the shaders. */
  protected defines(): string {
    return ''
  }

  getDefinition(): InstancedProgramDefinition<Uniform> | ProgramDefinition<Uniform> {
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: this.defines() + VERTEX,
      FRAGMENT_SHADER_SOURCE: this.defines() + FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES,
      CONSTANT_ATTRIBUTES: [CORNER],
      CONSTANT_DATA: [
        [0, -1],
        [0, 1],
        [1, -1],
        [1, 1],
      ],
    }
  }

  processVisibleItem(
    index: number,
    offset: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const { status, shift, size, color } = data as StatusEdgeData
    const place = offset / this.STRIDE
    const packed = floatColor(color)
    this.write(place, source.x, source.y, target.x, target.y, packed, index, size, target.size, status, shift)
  }

  /** Sets what is drawn at a place of the buffer. Colour and id are packed as sigma does it. */
  write(
    place: number,
    sourceX: number,
    sourceY: number,
    targetX: number,
    targetY: number,
    colour: number,
    id: number,
    thickness: number,
    radius: number,
    status: number,
    shift: number,
  ): void {
    const { array } = this
    const corners = this.corners()
    let at = place * this.STRIDE
    let corner = 0
    do {
      array[at++] = sourceX
      array[at++] = sourceY
      array[at++] = targetX
      array[at++] = targetY
      array[at++] = colour
      array[at++] = id
      array[at++] = thickness
      array[at++] = radius
      array[at++] = status
      array[at++] = shift
      if (corner < corners.length) {
        array[at++] = corners[corner++]!
        array[at++] = corners[corner++]!
      }
    } while (corner < corners.length)
  }

  /** End of the line and side of each vertex that a line has of its own; none where corners are instanced. */
  protected corners(): readonly number[] {
    return []
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix)
    gl.uniform2f(uniformLocations.u_viewport ?? null, params.width, params.height)
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio)
    gl.uniform1f(uniformLocations.u_minThickness ?? null, params.minEdgeThickness)
  }
}

/** Two triangles: end of the line (0 source, 1 target) and side. */
const CORNERS = [0, -1, 0, 1, 1, -1, 1, -1, 0, 1, 1, 1] as const

/**
 * The same patterns without arrow heads: a third of the area and less. Each line has its own vertices: where WebGL is computed by a
 * processor, every instance of an instanced drawing costs as much as a drawing of its own.
 */
export class SlimEdgeStatusProgram extends EdgeStatusProgram {
  protected override defines(): string {
    return '#define SLIM\n'
  }

  override getDefinition(): ProgramDefinition<Uniform> {
    return {
      VERTICES: CORNERS.length / 2,
      VERTEX_SHADER_SOURCE: this.defines() + VERTEX,
      FRAGMENT_SHADER_SOURCE: this.defines() + FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [...ATTRIBUTES, CORNER],
    }
  }

  protected override corners(): readonly number[] {
    return CORNERS
  }
}
