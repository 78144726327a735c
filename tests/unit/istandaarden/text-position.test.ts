import { positionOfByte, positionsOf } from '#/lib/istandaarden/checks/text-position.ts'

describe('positionsOf', () => {
  it('counts CR LF, LF and CR as one line end each, and a character of two units once', () => {
    const text = 'a\r\nb\nc\rd😀e'
    const offsets = ['a', 'b', 'c', 'd', 'e'].map((letter) => text.indexOf(letter))
    expect(positionsOf(text, offsets).map(({ regel, kolom }) => `${regel}:${kolom}`)).toEqual([
      '1:1',
      '2:1',
      '3:1',
      '4:1',
      '4:3',
    ])
  })

  it('counts beyond 65,535 lines', () => {
    const text = `${'\r\n'.repeat(70_000)}x`
    expect(positionsOf(text, [text.length - 1])).toEqual([{ regel: 70_001, kolom: 1 }])
  })
})

describe('positionOfByte', () => {
  it('counts characters, not bytes', () => {
    expect(positionOfByte(Buffer.from('é€\r\n😀x'), Buffer.byteLength('é€\r\n😀'))).toEqual({ regel: 2, kolom: 2 })
  })
})
