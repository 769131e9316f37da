import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import english from './content/i18n/en.json' with { type: 'json' };
import { docsAndLabsLoader } from './src/site/docs-and-labs-loader.ts';

/** The English file says which strings of our own there are; tests hold the other three to it. */
type OwnStrings = Record<keyof typeof english, z.ZodString>;
const ownStrings = Object.fromEntries(Object.keys(english).map((key) => [key, z.string()])) as OwnStrings;

/** What a page says of itself beside Starlight's fields. Which page must have which is a matter of `src/guides/check-frontmatter.ts`. */
const ownFields = z.object({
  exercise: z.string().optional(),
  objectives: z.array(z.string()).optional(),
  needs: z.array(z.string()).optional(),
  minutes: z.number().optional(),
  labs: z.array(z.string()).optional(),
  source: z.string().optional(),
});

export const collections = {
  docs: defineCollection({ loader: docsAndLabsLoader(), schema: docsSchema({ extend: ownFields }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: z.object(ownStrings).partial() }) }),
};
