package io.dateline.enrich.event;

/**
 * What a governing verb makes of the act it governs: agreeing to meet is AGREE, refusing to is REJECT, stopping an attack
 * is RETREAT. Codes are CAMEO's; acts are told apart by their root, the first two digits.
 */
final class Composition {
    private Composition() {}

    /**
     * @param code of the act that is governed, or null where the clause names none
     * @return null where the two together are no act
     */
    static String of(Op op, String code) {
        if (code == null) {
            return alone(op);
        }
        int root = Integer.parseInt(code.substring(0, 2));
        return switch (op) {
            case ACT, NOUN, SAY, NONE -> null;
            case DO -> done(code, root);
            case GIVE -> root == 5 || root == 7 || root == 15 || code.equals("064") ? code : done(code, root);
            case STOP -> stopped(code, root);
            case AGREE, PLAN, VOW -> agreed(op, code, root);
            case WILL ->
                root == 9 || root == 10 || root == 11 || root == 12 || root == 13 ? code : agreed(Op.AGREE, code, root);
            case REQUEST -> requested(code, root);
            case REJECT -> rejected(code, root);
            case THREATEN -> root >= 13 && root != 15 ? threatened(code, root) : root == 15 ? "138" : "130";
            case ALLOW -> allowed(code, root);
            case FAIL -> root == 3 || code.equals("057") ? "127" : null;
        };
    }

    /** The verb by itself. */
    private static String alone(Op op) {
        return switch (op) {
            case AGREE -> "030";
            case REQUEST -> "100";
            case REJECT -> "120";
            case THREATEN -> "130";
            default -> null;
        };
    }

    private static String done(String code, int root) {
        return switch (root) {
            case 3, 6, 7 -> root == 6 && !code.equals("061") ? code : null;
            case 5 -> code.equals("054") ? null : code;
            // Elections are held and rights are had without anybody conceding them.
            case 8 -> code.startsWith("087") || code.equals("0841") || code.equals("083") ? code : null;
            // "used force", "made war"
            case 13 -> code.equals("138") ? "190" : code;
            default -> code;
        };
    }

    private static String stopped(String code, int root) {
        return switch (root) {
            case 4 -> code.equals("045") ? "165" : code.equals("042") ? "160" : "164";
            case 5, 6 -> code.equals("054") ? "161" : "160";
            case 7 ->
                code.length() == 3 && code.compareTo("071") >= 0 && code.compareTo("073") <= 0
                        ? "162" + code.charAt(2)
                        : "162";
            case 8 -> code.startsWith("0874") || code.startsWith("0871") ? "160" : null;
            // Those who end a strike or a protest ease dissent.
            case 14 -> "082";
            case 15 -> "087";
            case 16 -> code.equals("163") ? "085" : null;
            case 17 ->
                switch (code) {
                    case "1721" -> "0811";
                    case "1722" -> "0812";
                    case "1723" -> "0813";
                    case "1724" -> "0814";
                    case "172" -> "081";
                    default -> "080";
                };
            case 18 -> "087";
            case 19, 20 -> code.equals("191") ? "0872" : code.equals("192") ? "0874" : "087";
            default -> null;
        };
    }

    private static String agreed(Op op, String code, int root) {
        return switch (root) {
            case 3 -> code;
            case 4 -> "036";
            case 5 -> code.equals("057") ? "030" : "032";
            case 6 -> suffixed("031", code, 4);
            case 7 -> code.equals("075") ? "033" : suffixed("033", code, 4);
            case 8 -> yielded("035", "034", code);
            case 9, 11 -> op == Op.VOW ? code : "030";
            case 10, 12 -> code;
            default -> op == Op.AGREE && root == 13 ? null : threatened(code, root);
        };
    }

    private static String requested(String code, int root) {
        return switch (root) {
            case 3 -> code.equals("037") ? "107" : "100";
            case 4 -> code.equals("045") ? "108" : "106";
            case 5 -> code.equals("057") ? "107" : "102";
            case 6 -> suffixed("101", code, 4);
            case 7 -> code.equals("075") ? "103" : suffixed("103", code, 4);
            case 8 -> code.equals("0871") ? "107" : yielded("105", "104", code);
            case 15 -> "1012";
            case 14, 16, 18, 19, 20 -> "113";
            default -> "100";
        };
    }

    private static String rejected(String code, int root) {
        return switch (root) {
            case 3 -> code.equals("037") ? "127" : "120";
            case 4 -> code.equals("045") ? "126" : "125";
            case 5 -> code.equals("057") ? "127" : "120";
            case 6 -> suffixed("121", code, 4);
            case 7 -> code.equals("075") ? "122" : suffixed("122", code, 4);
            case 8 -> code.equals("0871") ? "127" : yielded("124", "123", code);
            // Denying what one is accused of is a statement, no act.
            case 11, 9 -> null;
            default -> "120";
        };
    }

    private static String threatened(String code, int root) {
        return switch (root) {
            case 14 -> "133";
            case 16 ->
                code.startsWith("162")
                        ? "1311"
                        : switch (code) {
                            case "163" -> "1312";
                            case "160", "161" -> "1313";
                            case "164" -> "134";
                            case "165" -> "135";
                            default -> "136";
                        };
            case 17 -> code.startsWith("172") && code.length() == 4 ? "132" + code.charAt(3) : "132";
            case 15, 18, 19, 20 -> code.equals("191") ? "1381" : code.equals("192") ? "1382" : "138";
            default -> "130";
        };
    }

    private static String allowed(String code, int root) {
        if (root == 14) {
            return "082";
        }
        return root == 7 ? "0863" : root == 8 ? code : root >= 15 || root == 9 ? null : "080";
    }

    /** Concessions ({@code 083} reform, the rest yielding) under another root. */
    private static String yielded(String yields, String reforms, String code) {
        if (code.startsWith("083")) {
            return code.length() == 4 ? reforms + code.charAt(3) : reforms;
        }
        String kind = switch (code) {
            case "084", "0841", "0842" -> "3";
            case "085" -> "4";
            case "082" -> "2";
            default -> code.startsWith("081") ? "1" : code.startsWith("086") ? "5" : code.startsWith("087") ? "6" : "";
        };
        return yields + kind;
    }

    /** {@code 061} under {@code 031} is {@code 0311}; what has no fourth kind stays above. */
    private static String suffixed(String under, String code, int most) {
        char last = code.charAt(2);
        return last >= '1' && last <= '0' + most ? under + last : under;
    }
}
