import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { globalRegistry } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { VERSION } from '../../version.ts';

/** Typed arrays are arrays of numbers to those who speak plain JSON. */
export const schemaConverter = new ZodToJsonSchemaConverter({
  interceptors: [
    (options) => {
      const { typedArray, description } = globalRegistry.get(options.schema) ?? {};
      if (typedArray === undefined) return options.next();
      const type = typedArray === 'integer' ? 'integer' : ['number', 'null'];
      return [true, { type: 'array', items: { type }, ...(description !== undefined && { description }) }];
    },
  ],
});

export type OpenApiDocument = Awaited<ReturnType<OpenAPIGenerator['generate']>>;

/** The contract as an OpenAPI document. */
export function openApiDocument(): Promise<OpenApiDocument> {
  return new OpenAPIGenerator({ schemaConverters: [schemaConverter] }).generate(contract, {
    info: {
      title: 'Hindcast',
      version: VERSION,
      description:
        'Everything that the window can do. Send the token that the terminal shows as `Authorization: Bearer TOKEN`.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    tags: ['system', 'market', 'strategies', 'runs', 'jobs', 'settings'].map((name) => ({ name })),
  });
}
