package io.dateline.store.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dateline.store.query.Paged;
import java.util.List;

/**
 * Part of a delivery log, the latest change first.
 *
 * @param next cursor of the next page, or null where this is the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryPage(List<Delivery> items, String next) implements Paged {
    public DeliveryPage {
        items = List.copyOf(items);
    }
}
