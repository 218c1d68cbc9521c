import { json } from '@sveltejs/kit';
import schema from '../../../../../docs/export.schema.json' with { type: 'json' };

/** The schema of what people take along, for programs that read it. Written once while building. */
export const prerender = true;

export const GET = () => json(schema);
