package drivetrain.local.gateway;

/** {@code mock}: the same response for everybody, such as to a CORS preflight. */
record MockIntegration(HttpReply reply) implements Integration {
    @Override
    public HttpReply answer(ApiCall call) {
        return reply;
    }
}
