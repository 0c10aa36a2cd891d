"""Holds idle connections, and slow ones that send their header byte by byte and begin again when cut.

    idle_and_slow.py HOST:PORT IDLE SLOW      prints "held …" when all stand, and goes on until it is ended
"""

import resource
import socket
import sys
import time


def connect(place):
    connection = socket.create_connection(place, timeout=10)
    connection.setblocking(False)
    return connection


def main():
    host, port = sys.argv[1].rsplit(":", 1)
    place = (host, int(port))
    idle_count, slow_count = int(sys.argv[2]), int(sys.argv[3])
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, idle_count + slow_count + 100), hard))
    idle = [connect(place) for _ in range(idle_count)]
    slow = [connect(place) for _ in range(slow_count)]
    print(f"held: {len(idle)} idle and {len(slow)} slow connections", flush=True)
    header = b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"a" * 100
    sent = 0
    while True:
        for i, connection in enumerate(slow):
            try:
                connection.send(header[sent % len(header):][:1])
            except OSError:
                connection.close()
                slow[i] = connect(place)
        sent += 1
        time.sleep(1)


if __name__ == "__main__":
    main()
