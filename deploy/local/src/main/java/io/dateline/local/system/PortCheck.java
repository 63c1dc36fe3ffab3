package io.dateline.local.system;

import io.dateline.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;

/** Finds taken ports before anything is started. */
final class PortCheck {
    private PortCheck() {}

    /** @throws StartFailed naming each port that is taken and what needs it */
    static void requireFree(List<PortPlan.Need> needs) {
        List<PortPlan.Need> taken =
                needs.stream().filter(need -> taken(need.port())).toList();
        if (!taken.isEmpty()) {
            throw new StartFailed(taken.stream()
                    .map(need -> "port " + need.port() + " is taken (needed by " + need.owner() + ")")
                    .collect(Collectors.joining(
                            "\n",
                            "",
                            "\nSee who listens there: lsof -nP -i :"
                                    + taken.get(0).port() + "\nOr use other ports: deploy/up --port-base N")));
        }
    }

    /** Some systems let a second process bind to one address where the first has them all, so it is tried both ways. */
    static boolean taken(int port) {
        return Ports.taken(port) || answers(port);
    }

    /** Whether a connection to the port is accepted. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
