// The npm packages of web/, which has the only package.json.
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../../web/package.json', import.meta.url))

export const WebSocket = require('ws')
export const Ajv = require('ajv/dist/2020.js').default
export const { Package } = require('datapackage')
