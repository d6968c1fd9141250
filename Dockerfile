# The host without a screen; compose.yaml shows how to run it.
FROM node:24-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm ci --ignore-scripts --no-audit --no-fund \
 && npm run --silent package:npm -- --output /out \
 && mkdir /app /data \
 && tar -xzf /out/*.tgz -C /app --strip-components=1

# No shell, no package manager. /app/sbom.json lists what is bundled.
FROM gcr.io/distroless/nodejs24-debian12:nonroot
LABEL org.opencontainers.image.title="Fuelgauge" \
      org.opencontainers.image.description="How much of the limits of AI coding agents is left" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /app /app
COPY --from=build --chown=65532:65532 /data /data
# Names in the ledger are encrypted: docker run -e FUELGAUGE_DB_KEY=$(openssl rand -base64 32), or =none on purpose.
ENV FUELGAUGE_DB_KEY_REQUIRED=1
# Beyond this container, every request needs a token and the connection is TLS.
ENV FUELGAUGE_HOST=0.0.0.0 FUELGAUGE_PORT=8080 FUELGAUGE_DATA=/data
VOLUME /data
EXPOSE 8080
# Whether the process answers, not /readyz: the first reading of many logs takes minutes, in which a restart would only begin
# again. The certificate is the server's own, so nobody vouches for it.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["/nodejs/bin/node", "-e", "require('node:https').get({host:'127.0.0.1',port:process.env.FUELGAUGE_PORT||8080,path:'/healthz',rejectUnauthorized:false},(r)=>process.exit(r.statusCode===200?0:1)).on('error',()=>process.exit(1))"]
ENTRYPOINT ["/nodejs/bin/node", "/app/dist/cli.js"]
CMD ["serve", "--json"]
