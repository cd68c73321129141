/** The viewer in one file: its styles as well, which the page of the server links to. */
import './ui/base.css'
import './ui/stage.css'
import './ui/panel.css'
import './ui/tools.css'
import './ui/small.css'
import './main.ts'
