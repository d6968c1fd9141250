import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import packageFile from '../../../package.json' with { type: 'json' };
import { CallError } from '../../../shared/domain/call-failure.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { mcpTools, type ToolContext } from './tools.ts';

const { server, failures } = createMessages();
const texts = server.mcp;

/** Builds the server of the tools, for any transport of the Model Context Protocol. https://modelcontextprotocol.io */
export function createMcpServer(context: ToolContext): Server {
  const mcp = new Server(
    { name: 'fuelgauge', version: packageFile.version },
    { capabilities: { tools: {} }, instructions: texts.instructions },
  );
  mcp.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: mcpTools.map(({ name, description, inputSchema }) => ({
      name,
      description,
      inputSchema,
      annotations: { readOnlyHint: true, openWorldHint: false },
    })),
  }));
  mcp.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const tool = mcpTools.find(({ name }) => name === params.name);
    if (tool === undefined) return toFailure(texts.unknownTool(params.name));
    try {
      return { content: [{ type: 'text', text: JSON.stringify(await tool.call(context, params.arguments)) }] };
    } catch (error) {
      if (error instanceof CallError) return toFailure(failures.call(error.failure));
      return toFailure(error instanceof Error ? error.message : String(error));
    }
  });
  return mcp;
}

function toFailure(text: string): CallToolResult {
  return { isError: true, content: [{ type: 'text', text }] };
}
