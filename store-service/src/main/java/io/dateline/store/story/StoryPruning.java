package io.dateline.store.story;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.write.MonthDropped;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Prunes stories after a month was dropped. */
@ApplicationScoped
class StoryPruning {
    private static final Logger LOG = Logger.getLogger(StoryPruning.class);
    private static final int AT_ONCE = 5_000;

    private final MemberPruning members;

    StoryPruning(@DataSource("story-builder") AgroalDataSource dataSource) {
        this.members = new MemberPruning(dataSource, AT_ONCE);
    }

    void onDropped(@Observes MonthDropped event) {
        try {
            LOG.infof("%d articles of %s left their stories", members.prune(), event.month());
        } catch (SQLException e) {
            // Pages leave out members that are gone; the next month's pruning takes them too.
            LOG.warnf("stories were not pruned to the end: %s", e.getSQLState());
        }
    }
}
