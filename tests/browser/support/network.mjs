// The way between a browser and the server, as an HTTP proxy that can be cut: what is connected breaks off, and nothing
// connects until it is mended. (A browser that is only told to be offline keeps the WebSockets it has.)
import http from 'node:http'
import { once } from 'node:events'
import { connect } from 'node:net'

export class Network {
  constructor() {
    this.sockets = new Set()
    this.isCut = false
    this.changes = new Map() // what is said in the server's place, by path: (its text) => text
    this.proxy = http.createServer((request, response) => this.#forward(request, response))
    this.proxy.on('connect', (request, socket, head) => this.#tunnel(request, socket, head))
    this.proxy.on('connection', (socket) => (this.isCut ? socket.destroy() : this.#keep(socket)))
  }

  static async open() {
    const network = new Network()
    network.proxy.listen(0, '127.0.0.1')
    await once(network.proxy, 'listening')
    return network
  }

  get url() {
    return `http://127.0.0.1:${this.proxy.address().port}`
  }

  cut() {
    this.isCut = true
    for (const socket of this.sockets) socket.destroy()
  }

  mend() {
    this.isCut = false
  }

  async close() {
    this.cut()
    this.proxy.close()
    await once(this.proxy, 'close')
  }

  #keep(socket) {
    this.sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => this.sockets.delete(socket))
    return socket
  }

  #forward(request, response) {
    const { hostname, port, pathname, search } = new URL(request.url)
    const change = this.changes.get(pathname)
    const headers = change ? { ...request.headers, 'accept-encoding': 'identity' } : request.headers
    const asked = http.request({ hostname, port, method: request.method, path: pathname + search, headers, agent: false })
    asked.on('socket', (socket) => this.#keep(socket))
    asked.on('response', async (answer) => {
      if (change) {
        const text = change(Buffer.concat(await answer.toArray()).toString())
        const { 'content-length': _, etag: __, ...more } = answer.headers
        response.writeHead(200, more)
        return response.end(text)
      }
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
    })
    asked.on('error', () => response.destroy())
    request.pipe(asked)
  }

  #tunnel(request, socket, head) {
    const { hostname, port } = new URL(`http://${request.url}`)
    const upstream = this.#keep(connect(Number(port), hostname))
    this.#keep(socket)
    upstream.on('connect', () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n')
      upstream.write(head)
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
    upstream.on('close', () => socket.destroy())
    socket.on('close', () => upstream.destroy())
  }
}
