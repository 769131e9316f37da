import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

const template = `apiVersion: template.openshift.io/v1
kind: Template
metadata:
  name: site
  annotations:
    description: A small site
message: Log in as \${NAME}
labels: {app: "\${NAME}"}
objects:
- {apiVersion: v1, kind: ConfigMap, metadata: {name: "\${NAME}"}, data: {tag: "\${TAG}"}}
parameters:
- {name: NAME, description: Name of all, required: true}
- {name: TAG, value: "1.0"}
- {name: PASSWORD, generate: expression, from: "[a-zA-Z0-9]{8}"}
`;

async function withTemplate() {
  const terminal = await ocTerminal();
  terminal.files.set('/home/user/site.yaml', template);
  return terminal;
}

describe('oc process', () => {
  test('prints the objects as a list', async () => {
    const { out } = await withTemplate();
    expect(await out('process -f site.yaml -p NAME=web')).toBe(`{
    "kind": "List",
    "apiVersion": "v1",
    "metadata": {},
    "items": [
        {
            "apiVersion": "v1",
            "data": {
                "tag": "1.0"
            },
            "kind": "ConfigMap",
            "metadata": {
                "labels": {
                    "app": "web"
                },
                "name": "web"
            }
        }
    ]
}
`);
    expect(await out('process -f site.yaml NAME=web TAG=2.0 -l a=b -o yaml --local')).toBe(`apiVersion: v1
items:
- apiVersion: v1
  data:
    tag: "2.0"
  kind: ConfigMap
  metadata:
    labels:
      a: b
      app: web
    name: web
kind: List
metadata: {}
`);
    expect(await out('process -f site.yaml NAME=web -o name')).toBe('configmap/web\n');
  });

  test('takes a stored template, and reads values from a file', async () => {
    const { out, files } = await withTemplate();
    files.set('/home/user/values', 'NAME=web\nTAG=3.0\n');
    await out('create -f site.yaml');
    expect(await out('process site --param-file=values -o jsonpath={.items[*].data.tag}')).toBe('3.0');
    expect(await out('process demo/template/site NAME=x -o name')).toBe('configmap/x\n');
  });

  test('lists parameters', async () => {
    const { out } = await withTemplate();
    expect(await out('process -f site.yaml --parameters')).toBe(`NAME                DESCRIPTION         GENERATOR           VALUE
NAME                Name of all                             
TAG                                                         1.0
PASSWORD                                expression          [a-zA-Z0-9]{8}
`);
  });

  test('says what is wrong', async () => {
    const { error } = await withTemplate();
    const usage = "See 'oc process -h' for help and examples\n";
    expect(await error('process')).toBe(`error: Must pass a filename or name of stored template\n${usage}`);
    expect(await error('process a b')).toBe(`error: template name must be specified only once: b\n${usage}`);
    expect(await error('process nosuch')).toBe('error: template "nosuch" could not be found\n');
    expect(await error('process is/site')).toBe('error: unable to process invalid resource "is"\n');
    expect(await error('process -f nosuch')).toBe('error: failed to read input object (not a Template?): the path "nosuch" does not exist\n');
    expect(await error('process -f site.yaml')).toBe(
      'error: unable to process template\n  Required value: template.parameters[0]: parameter NAME is required and must be specified\n',
    );
    expect(await error('process -f site.yaml NAME=a NOPE=1')).toBe('error: unknown parameter name "NOPE"\n');
    expect(await error('process -f site.yaml NAME=a NAME=b')).toBe(`error: The following parameters were provided more than once: NAME\n${usage}`);
    expect(await error('process -f site.yaml --parameters -o yaml')).toBe(
      `error: The --parameters flag does not process the template, can't be used with --output\n${usage}`,
    );
  });
});

describe('oc new-app of a template', () => {
  test('reports it with its parameters', async () => {
    const { out } = await withTemplate();
    const text = await out('new-app site.yaml -p NAME=web');
    expect(text.replace(/PASSWORD=\w{8}/, 'PASSWORD=<value>')).toBe(`--> Deploying template "demo/site" for "site.yaml" to project demo

     site
     ---------
     A small site

     Log in as web

     * With parameters:
        * NAME=web
        * TAG=1.0
        * PASSWORD=<value> # generated

--> Creating resources ...
    configmap "web" created
--> Success
    Run 'oc status' to view your app.
`);
  });

  test('finds a stored one, and knows its parameters', async () => {
    const { out, error } = await withTemplate();
    await out('create -f site.yaml');
    expect(await out('new-app --search site')).toBe('Templates (oc new-app --template=<template>)\n-----\nsite\n  Project: demo\n  A small site\n\n');
    expect(await error('new-app --template=site -p NOPE=1')).toBe('error: unexpected parameter name "NOPE"\n');
  });
});
