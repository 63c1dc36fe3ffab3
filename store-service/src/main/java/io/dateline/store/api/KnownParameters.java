package io.dateline.store.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that a method takes, as its annotations tell. */
record KnownParameters(Set<String> names) {
    /** A name cut to this is enough to be recognised. */
    private static final int SHOWN = 40;

    /** Empty for a method that reads all parameters itself: it is for that method to refuse those it does not know. */
    static Optional<KnownParameters> of(Method method) {
        if (Stream.of(method.getParameterTypes()).anyMatch(UriInfo.class::equals)) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter, parameter.getName());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(names, field, field.getName());
                }
            }
        }
        return Optional.of(new KnownParameters(names));
    }

    private static void add(Set<String> names, AnnotatedElement element, String ownName) {
        QueryParam named = element.getAnnotation(QueryParam.class);
        RestQuery asItIsCalled = element.getAnnotation(RestQuery.class);
        if (named != null) {
            names.add(named.value());
        } else if (asItIsCalled != null) {
            names.add(asItIsCalled.value().isEmpty() ? ownName : asItIsCalled.value());
        }
    }

    /** What is wrong with a parameter, for its fault; empty where it is known. */
    Optional<String> fault(String asked) {
        if (names.contains(asked)) {
            return Optional.empty();
        }
        return Optional.of(names.stream()
                .min((one, other) -> Integer.compare(distance(asked, one), distance(asked, other)))
                .map(nearest -> "is no parameter of this; the nearest is " + nearest)
                .orElse("is no parameter of this, which takes none"));
    }

    static String shown(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) : name;
    }

    /** Letters to be added, taken away or changed. */
    private static int distance(String typed, String known) {
        String from = shown(typed);
        int[] row = new int[known.length() + 1];
        for (int j = 0; j <= known.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= known.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == known.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[known.length()];
    }
}
