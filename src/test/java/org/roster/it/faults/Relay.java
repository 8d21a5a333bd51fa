package org.roster.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire between Roster and its database that can be broken in the ways in which wires break. All of it is threads and sockets
 * on the loopback: no rights and no tools of the system are needed.
 */
final class Relay implements AutoCloseable {

    /** A query without parameters, whose text is COMMIT, in MariaDB's protocol. */
    private static final String COMMIT = "\u0003COMMIT";

    private enum Mode {
        PASS,
        FROZEN,
        REFUSED
    }

    private final ServerSocket listener;
    private final int target;
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();
    private final Object modeChanged = new Object();
    private Mode mode = Mode.PASS;

    private volatile String doomed;
    private volatile boolean lost;

    Relay(int target) {
        this.target = target;
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept, "relay-" + port());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Everything goes through, what was held up too. */
    void pass() {
        become(Mode.PASS);
    }

    /** Connections stand and are taken, and nothing goes through any more: a network that drops packets, a host that hangs. */
    void freeze() {
        become(Mode.FROZEN);
    }

    /** All connections end now, and new ones end at once. */
    void cut() {
        become(Mode.REFUSED);
        wires.forEach(Wire::close);
    }

    /** All connections end now; new ones are good. */
    void cutOnce() {
        wires.forEach(Wire::close);
    }

    /** The next transaction in which this text is sent is committed, and its connection ends before the answer to that. */
    void loseAnswerOfCommit(String text) {
        lost = false;
        doomed = text;
    }

    /** Whether that has happened. */
    boolean hasLostIt() {
        return lost;
    }

    @Override
    public void close() {
        cut();
        quietly(listener);
    }

    private void become(Mode next) {
        synchronized (modeChanged) {
            mode = next;
            modeChanged.notifyAll();
        }
    }

    private void awaitThaw() throws InterruptedException {
        synchronized (modeChanged) {
            while (mode == Mode.FROZEN) {
                modeChanged.wait();
            }
        }
    }

    private boolean refuses() {
        synchronized (modeChanged) {
            return mode == Mode.REFUSED;
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                if (refuses()) {
                    client.setSoLinger(true, 0);
                    client.close();
                } else {
                    daemon(() -> connect(client), "relay-connect");
                }
            } catch (IOException e) {
                // the test is over, or the client was faster
            }
        }
    }

    private void connect(Socket client) {
        try {
            awaitThaw();
            var server = new Socket();
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2000);
            var wire = new Wire(client, server);
            wires.add(wire);
            daemon(wire::there, "relay-there");
            daemon(wire::back, "relay-back");
        } catch (IOException e) {
            quietly(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it is closed already
        }
    }

    /** One connection, there and back. */
    private final class Wire {

        private final Socket client;
        private final Socket server;
        private boolean marked;
        private volatile boolean silenced;

        Wire(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void there() {
            pump(client, server, this::watch);
        }

        void back() {
            pump(server, client, text -> {});
        }

        private void watch(String text) {
            var wanted = doomed;
            if (wanted == null) {
                return;
            }
            marked |= text.contains(wanted);
            if (marked && text.contains(COMMIT)) {
                doomed = null;
                silenced = true;
            }
        }

        private void pump(Socket from, Socket to, java.util.function.Consumer<String> watcher) {
            var bytes = new byte[64 * 1024];
            try {
                for (int read = from.getInputStream().read(bytes);
                        read >= 0;
                        read = from.getInputStream().read(bytes)) {
                    watcher.accept(new String(bytes, 0, read, ISO_8859_1));
                    awaitThaw();
                    if (silenced && from == server) {
                        lost = true;
                        break;
                    }
                    to.getOutputStream().write(bytes, 0, read);
                }
            } catch (IOException e) {
                // one side has gone
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close();
        }

        void close() {
            quietly(client);
            quietly(server);
            wires.remove(this);
        }
    }
}
