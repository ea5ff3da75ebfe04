// Plain word segmentation of the texts of a folder, again and again for some seconds; prints one line of JSON.
// usage: node segment.mjs SECONDS FILE...
import { readFileSync } from 'node:fs'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

const seconds = Number(process.argv[2])
const texts = process.argv.slice(3).map(file => readFileSync(file, 'utf8'))
const jieba = Jieba.withDict(dict)

function round() {
  let words = 0
  for (const text of texts) words += jieba.cut(text, true).length
  return words
}

function run(forSeconds) {
  const start = performance.now()
  const used = process.cpuUsage()
  let rounds = 0
  let words = 0
  while (performance.now() - start < forSeconds * 1000) {
    words += round()
    rounds++
  }
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(used)
  return { documents: rounds * texts.length, words, seconds, processorSeconds: (user + system) / 1e6 }
}

run(seconds / 4)
console.log(JSON.stringify(run(seconds)))
