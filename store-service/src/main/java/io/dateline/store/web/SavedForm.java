package io.dateline.store.web;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.saved.SavedQuery;

/**
 * What the fields of a saved query hold.
 *
 * @param url     of its webhook; empty for none
 * @param problem what was wrong with it, or null
 */
public record SavedForm(String name, String query, String url, Problem problem) {
    static SavedForm of(SavedQuery saved) {
        String url = saved.webhook() == null ? null : saved.webhook().url();
        return new SavedForm(saved.name(), saved.query(), url == null ? "" : url, null);
    }

    /** Whether a field of this name, or a part of it, is what was wrong. */
    public boolean invalid(String field) {
        return problem != null
                && problem.errors().stream()
                        .anyMatch(fault ->
                                fault.where().equals(field) || fault.where().startsWith(field + "."));
    }

    /** Of a form that was refused; what is no fault of the form is thrown on. */
    static int status(ProblemException refused) {
        int status = refused.problem().status();
        if (status / 100 != 4 || status == 404) {
            throw refused;
        }
        return status;
    }
}
