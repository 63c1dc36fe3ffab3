package io.dateline.store.saved;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.contracts.net.VettingResolver;
import io.dateline.store.StoreConfig;
import io.dateline.store.stream.ChangeReader;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Wires what the API and the sending share. */
class WebhookBeans {
    @Produces
    @Singleton
    WebhookAddresses addresses(StoreConfig config) {
        return new WebhookAddresses(
                config.webhooks().allowPrivate(), config.webhooks().allowHttp());
    }

    @Produces
    @Singleton
    SavedQueryRules rules(WebhookAddresses addresses) {
        SystemDefaultDnsResolver names = SystemDefaultDnsResolver.INSTANCE;
        return new SavedQueryRules(addresses, addresses.anywhere() ? names : new VettingResolver(names));
    }

    @Produces
    @Singleton
    Letters letters(ChangeReader changes, ObjectMapper json) {
        return new Letters(changes, json);
    }

    @Produces
    @Singleton
    WebhookSender sender(WebhookAddresses addresses, StoreConfig config, InstantSource clock) {
        return new WebhookSender(
                addresses,
                SystemDefaultDnsResolver.INSTANCE,
                clock,
                config.webhooks().connectTimeout(),
                config.webhooks().timeout());
    }

    void close(@Disposes WebhookSender sender) {
        sender.close();
    }
}
