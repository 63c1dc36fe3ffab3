package io.dateline.systemtests.kubernetes;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;

/** The networks a rule leads to, less those it leaves out. */
record Blocks(List<IPBlock> blocks) {
    static Blocks of(List<NetworkPolicyPeer> peers) {
        return new Blocks(peers.stream()
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(Objects::nonNull)
                .toList());
    }

    boolean any() {
        return !blocks.isEmpty();
    }

    boolean contains(InetAddress address) throws UnknownHostException {
        for (IPBlock block : blocks) {
            boolean out = false;
            for (String except : block.getExcept()) {
                out |= within(address, except);
            }
            if (!out && within(address, block.getCidr())) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(InetAddress address, String cidr) throws UnknownHostException {
        int slash = cidr.indexOf('/');
        byte[] network = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
        byte[] bytes = address.getAddress();
        int ignored = bytes.length * 8 - Integer.parseInt(cidr.substring(slash + 1));
        return network.length == bytes.length
                && new BigInteger(1, network).shiftRight(ignored).equals(new BigInteger(1, bytes).shiftRight(ignored));
    }
}
