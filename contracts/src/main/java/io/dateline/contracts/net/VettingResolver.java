package io.dateline.contracts.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves to public addresses only. Those it answers are the ones a client connects to; nothing is resolved a second
 * time in between.
 *
 * @param names what names are resolved by
 */
public record VettingResolver(DnsResolver names) implements DnsResolver {

    /** @throws AddressGuard.Refused where any of the addresses is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress spelled = PublicAddress.literal(host);
        return AddressGuard.vetted(host, spelled != null ? new InetAddress[] {spelled} : names.resolve(host));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
