package org.batchuploader.ftp;

/** Lines of plain text, broken at spaces where they are longer than a terminal is wide. Ends of lines are CR LF. */
final class Wrapped {
    private static final int WIDTH = 78;
    private static final String END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    /** Adds a line; what does not fit goes on below, two further in. A word that is too long stays whole. */
    void line(int indent, String sentence) {
        String rest = sentence.stripTrailing();
        String margin = " ".repeat(indent);
        while (rest.codePointCount(0, rest.length()) > WIDTH - margin.length()) {
            int most = rest.offsetByCodePoints(0, WIDTH - margin.length());
            int space = rest.lastIndexOf(' ', most);
            int cut = space > 0 ? space : rest.indexOf(' ');
            if (cut <= 0) {
                break;
            }
            text.append(margin).append(rest, 0, cut).append(END);
            rest = rest.substring(cut).strip();
            margin = " ".repeat(indent + 2);
        }
        text.append(margin).append(rest).append(END);
    }

    void blank() {
        text.append(END);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
