import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc policy', () => {
  test('binds a role once, and takes it away', async () => {
    const { out, error } = await ocTerminal();
    const added = 'clusterrole.rbac.authorization.k8s.io/view added: "student"\n';
    expect(await out('policy add-role-to-user view student')).toBe(added);
    expect(await out('policy add-role-to-user view student')).toBe(added);
    expect(await out('get rolebinding -o jsonpath={.items[*].metadata.name}')).toContain('view');
    expect(await out('policy remove-role-from-user view student')).toBe('clusterrole.rbac.authorization.k8s.io/view removed: "student"\n');
    expect(await error('policy remove-role-from-user view student')).toBe('error: unable to locate any RoleBinding for ClusterRole "view"\n');
  });

  test('warns of accounts that are not there, and lists all it was given', async () => {
    const { oc } = await ocTerminal();
    expect(await oc('policy add-role-to-user --rolebinding-name pullers system:image-puller -z=one,two')).toEqual({
      stdout: 'clusterrole.rbac.authorization.k8s.io/system:image-puller added: ["one" "two"]\n',
      stderr: "Warning: ServiceAccount 'one' not found\nWarning: ServiceAccount 'two' not found\n",
      exitCode: 0,
    });
  });

  test('takes every role of a user, and says who had none', async () => {
    const { out, error } = await ocTerminal();
    await out('policy add-role-to-user view student');
    await out('policy add-role-to-user edit student other');
    expect(await out('policy remove-user student nobody --dry-run=client')).toBe(
      'Removing view from users [student] in project demo (dry client run).\nRemoving edit from users [student] in project demo (dry client run).\n' +
        'Users [nobody] were not bound to roles in project demo (dry client run).\n',
    );
    expect(await out('policy remove-user student')).toBe(
      'Removing view from users [student] in project demo.\nRemoving edit from users [student] in project demo.\n',
    );
    expect(await error('get rolebinding view')).toBe('Error from server (NotFound): rolebindings.rbac.authorization.k8s.io "view" not found\n');
    expect(await out('get rolebinding edit -o jsonpath={.subjects[*].name}')).toBe('other');
    expect(await error('policy remove-group')).toBe('error: you must specify at least one argument: <group> [group]...\n');
  });

  test('says who can pull', async () => {
    const { out, oc } = await ocTerminal();
    await out('policy add-role-to-group system:image-puller system:serviceaccounts:other');
    const { stdout, stderr } = await oc('policy who-can get imagestreams/layers');
    expect(stdout).toMatch(
      /^resourceaccessreviewresponse\.authorization\.openshift\.io\/<unknown> \n\nNamespace: demo\nVerb: {6}get\nResource: {2}imagestreams\/layers\n\nUsers: {2}developer\n/,
    );
    expect(stdout).toMatch(/\n {8}system:serviceaccounts:demo\n {8}system:serviceaccounts:other\n\n$/);
    expect(stderr).toBe("Warning: the server doesn't have a resource type 'imagestreams/layers'\n");
  });

  test.each([
    ['add-role-to-user', 'error: you must specify a role\n'],
    ['add-role-to-user view', 'error: you must specify at least one user or service account\n'],
    ['add-role-to-group view', 'error: you must specify at least two arguments: <role> <group> [group]...\n'],
    [
      'add-role-to-user view -z system:serviceaccount:a:b',
      'error: --serviceaccount (-z) should only be used with short-form serviceaccount names (e.g. `default`)\n',
    ],
    [
      'add-role-to-user nosuch student',
      'Warning: role \'nosuch\' not found\nError from server (NotFound): clusterroles.rbac.authorization.k8s.io "nosuch" not found\n',
    ],
    ['add-role-to-user view student --role-namespace=other', 'error: role binding in namespace "demo" can\'t reference role in different namespace "other"\n'],
    ['who-can get', 'error: you must specify two or three arguments: verb, resource, and optional resourceName\n'],
  ])('refuses `oc policy %s`', async (line, message) => {
    const { error } = await ocTerminal();
    expect(await error(`policy ${line}`)).toBe(message);
  });
});
