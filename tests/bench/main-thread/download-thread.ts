/** Downloads a file and throws its bytes away. @returns how many there were */
export async function download({ address, token }: { address: string; token: string }): Promise<number> {
  const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok || response.body === null) throw new Error(`${address}: ${response.status}`);
  let bytes = 0;
  for await (const chunk of response.body) bytes += chunk.length;
  return bytes;
}
