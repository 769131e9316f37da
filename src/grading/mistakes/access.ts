import { roleIn } from '../predicates/access.ts';
import { all, any, not } from '../predicates/combinators.ts';
import { defineMistake } from './mistake.ts';

const guide = 'share-a-stream-between-projects#who-may-pull';
/** `from`: the project whose images are pulled; `to`: the project whose pods pull them. */
const pulling = ['from', 'to'] as const;

const puller = (project: string) => roleIn(project, 'system:image-puller');

/** Misconceptions about who may pull from another project. */
export const accessMistakes = {
  pullerReversed: defineMistake('puller-reversed', guide, pulling, ({ from, to }) =>
    all(
      not(puller(from).isGrantedToAccount('default', to)),
      any(puller(to).isGrantedToSomeAccount(to), puller(to).isGrantedToSomeAccount(from), puller(to).isGrantedToAccount('default', from)),
    ),
  ),
  pullerToUser: defineMistake('puller-to-user', guide, [...pulling, 'user'], ({ from, to, user }) =>
    all(not(puller(from).isGrantedToAccount('default', to)), puller(from).isGrantedToUser(user)),
  ),
  pullerOtherAccount: defineMistake('puller-other-account', guide, pulling, ({ from, to }) =>
    all(not(puller(from).isGrantedToAccount('default', to)), puller(from).isGrantedToSomeAccount(to)),
  ),
  pullerOwnAccount: defineMistake('puller-own-account', guide, pulling, ({ from, to }) =>
    all(not(puller(from).isGrantedToAccount('default', to)), puller(from).isGrantedToSomeAccount(from)),
  ),
  pullerEveryone: defineMistake('puller-everyone', guide, pulling, ({ from }) => puller(from).isGrantedToEveryone),
  pullerMissing: defineMistake('puller-missing', guide, pulling, ({ from, to }) => not(puller(from).isGrantedToAccount('default', to))),
};
