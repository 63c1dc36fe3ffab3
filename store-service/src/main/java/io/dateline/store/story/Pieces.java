package io.dateline.store.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks whether a story still holds together: its originals, each joined to those it is like. */
final class Pieces {
    /** Larger stories are not taken apart: every pair is compared. */
    private static final int MOST = Placing.MOST_COMPARABLE - 1;

    private Pieces() {}

    /** The pieces that should go, the largest piece stays; each in the order of publication. Empty where it holds. */
    static List<List<Member>> apart(BuiltStory story, Placing placing) {
        List<Member> originals =
                placing.comparable(story).stream().filter(Member::original).toList();
        if (originals.size() < 2 || originals.size() > MOST) {
            return List.of();
        }
        List<List<Member>> pieces = new ArrayList<>();
        Set<Member> seen = new HashSet<>();
        for (Member first : originals) {
            if (seen.add(first)) {
                pieces.add(connected(first, originals, seen, placing));
            }
        }
        pieces.sort(Comparator.<List<Member>>comparingInt(piece -> -piece.size())
                .thenComparing(piece -> piece.get(0), Member.EARLIEST));
        return pieces.subList(1, pieces.size());
    }

    private static List<Member> connected(Member first, List<Member> all, Set<Member> seen, Placing placing) {
        List<Member> piece = new ArrayList<>();
        Deque<Member> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Member member = open.poll();
            piece.add(member);
            for (Member other : all) {
                if (!seen.contains(other) && placing.likeness(member, other) >= Placing.STAY) {
                    seen.add(other);
                    open.add(other);
                }
            }
        }
        piece.sort(Member.EARLIEST);
        return piece;
    }
}
