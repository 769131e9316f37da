// Loaded before a build (`node --import`), makes the process unlike the one before: a strict umask, and folders that are listed the other way round.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) process.umask(0o077); // Threads have that of their process.
const reversed = (entries) => entries.reverse();
const { readdir, readdirSync } = fs;
const { readdir: readdirLater } = fs.promises;
fs.readdirSync = (...given) => reversed(readdirSync(...given));
fs.promises.readdir = async (...given) => reversed(await readdirLater(...given));
fs.readdir = (...given) => {
  const done = given.pop();
  readdir(...given, (error, entries) => done(error, entries && reversed(entries)));
};
syncBuiltinESMExports();
